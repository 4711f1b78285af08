// WeChat's base library brings what the web side of this file adds.
export const POLYFILLS = 'base library'
