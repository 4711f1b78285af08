export default definePageConfig({ navigationBarTitleText: '给邻居看之前' })
