import '@tarojs/components'

declare module '@tarojs/components/types/common' {
  interface StandardProps {
    role?: string
    ariaRole?: string
    tabIndex?: number
    lang?: string
  }
}
