// On the web the browser's own pull gesture stays as it is.
export default definePageConfig({
  navigationBarTitleText: '工作台',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
