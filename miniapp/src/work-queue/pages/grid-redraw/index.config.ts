export default definePageConfig({ navigationBarTitleText: '重画网格' })
