// On the web `@tarojs/components` means these plain HTML components and no others. Taro's own list brings a hundred
// custom elements along, whose inner fields no label reaches. A page that needs another one adds it here.
export { default as Image } from '@tarojs/components-react/dist/components/image'
export { default as Input } from '@tarojs/components-react/dist/components/input'
export { default as PullDownRefresh } from '@tarojs/components-react/dist/components/pull-down-refresh'
export { default as ScrollView } from '@tarojs/components-react/dist/components/scroll-view'
export { default as Text } from '@tarojs/components-react/dist/components/text'
export { default as View } from '@tarojs/components-react/dist/components/view'
