/// <reference types="@tarojs/taro" />
declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>
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
