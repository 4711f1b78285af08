export default definePageConfig({ navigationBarTitleText: '社区办得怎么样' })
