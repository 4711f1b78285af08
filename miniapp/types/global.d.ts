/// <reference types="@tarojs/taro" />
declare module '*.module.scss' {
  // Which classes a stylesheet has is known to the bundler only, and `string | undefined` would not fit className.
  // oxlint-disable-next-line typescript/no-explicit-any
  const classes: Readonly<Record<string, any>>
  export default classes
}
declare module '*.scss'
declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}
/** Address of the BFF, fixed when the pages are built; empty on h5, where pages and API share an origin. */
declare const API_BASE: string
/** The version of 微信同声传译 that this build declares; empty without it, and on h5. */
declare const SPEECH_PLUGIN: string
