import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Asks again for these answers when the person comes back to a page that stayed open below another one. */
export const useRefreshOnShow = (queryKey: QueryKey): void => {
  const queryClient = useQueryClient()
  const isFirst = useRef(true)
  useDidShow(() => {
    if (!isFirst.current) void queryClient.invalidateQueries({ queryKey })
    isFirst.current = false
  })
}
