export default definePageConfig({ navigationBarTitleText: '替对方说一件事' })
