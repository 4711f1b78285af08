import Taro, { usePageScroll } from '@tarojs/taro'
import { useCallback, useRef } from 'react'

export const LIST_ID = 'item-list'

/** Answers whether somebody has scrolled down the page. */
export const useListScroll = (): (() => boolean) => {
  const top = useRef(0)
  usePageScroll(({ scrollTop }) => {
    top.current = scrollTop
  })
  return useCallback(() => top.current > 0, [])
}

export const scrollListToTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
