export default definePageConfig({ navigationBarTitleText: '对方的事' })
