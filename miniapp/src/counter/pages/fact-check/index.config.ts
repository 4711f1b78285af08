export default definePageConfig({ navigationBarTitleText: '核实资料' })
