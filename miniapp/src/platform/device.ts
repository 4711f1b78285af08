import Taro from '@tarojs/taro'

/** How much larger than standard this phone's letters are set in WeChat; 1 on the web, where the browser scales by itself. */
export const deviceFontScale = (): number => {
  if (process.env.TARO_ENV !== 'weapp') return 1
  try {
    const scale: unknown = Reflect.get(Taro.getAppBaseInfo(), 'fontSizeScaleFactor')
    return typeof scale === 'number' ? scale : 1
  } catch {
    return 1
  }
}
