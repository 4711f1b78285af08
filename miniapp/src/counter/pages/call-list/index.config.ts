export default definePageConfig({ navigationBarTitleText: '该打的电话' })
