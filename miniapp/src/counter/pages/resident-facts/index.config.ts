export default definePageConfig({ navigationBarTitleText: '对方的资料' })
