// Taro's web runtime wants these custom elements for its tab bar and for Taro.previewImage. We use neither, and they
// bring a hundred and fifty files along.
const unavailable = () => {
  throw new Error('the custom elements of Taro are not built into the web pages')
}

export const defineCustomElementTaroSwiperCore = unavailable
export const defineCustomElementTaroSwiperItemCore = unavailable
export const defineCustomElementTaroTabbar = unavailable
