export default definePageConfig({ navigationBarTitleText: '不归我们办的' })
