import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useId } from 'react'
import { a11y } from './a11y'
import type { ChartCanvasProps } from './chart-canvas.h5'

/** WeChat's canvas of the 2d kind, which is drawn on like the browser's. */
export const ChartCanvas = ({ className, draw }: ChartCanvasProps) => {
  // A selector has no colons.
  const id = `chart${useId().replace(/\W/g, '')}`
  useEffect(() => {
    // The node exists only after WeChat has laid the page out.
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .fields({ node: true, size: true })
        .exec(([found]) => {
          const context = found?.node?.getContext('2d')
          if (!context) return
          const pixelRatio = Taro.getWindowInfo().pixelRatio
          const { node, width, height } = found
          node.width = Math.round(width * pixelRatio)
          node.height = Math.round(height * pixelRatio)
          draw({ context, width, height, pixelRatio })
        })
    })
  }, [draw, id])
  return <Canvas type='2d' id={id} className={className} {...a11y({ hidden: true })} />
}
