import { useEffect, useRef } from 'react'

/** A canvas that is ready to be drawn on. */
export interface ChartSurface {
  context: object
  /** In CSS pixels. */
  width: number
  height: number
  /** Pixels of the canvas for one CSS pixel. */
  pixelRatio: number
}

export interface ChartCanvasProps {
  className: string
  /** Called for every new size; a new function draws anew. */
  draw: (surface: ChartSurface) => void
}

/** The browser's own canvas: Taro's is a custom element. */
export const ChartCanvas = ({ className, draw }: ChartCanvasProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const redraw = () => {
      const { current } = canvas
      const context = current?.getContext('2d')
      if (!current || !context || current.clientWidth === 0) return
      const pixelRatio = window.devicePixelRatio
      const { clientWidth: width, clientHeight: height } = current
      // Setting the size clears the canvas, too.
      current.width = Math.round(width * pixelRatio)
      current.height = Math.round(height * pixelRatio)
      draw({ context, width, height, pixelRatio })
    }
    redraw()
    window.addEventListener('resize', redraw)
    return () => window.removeEventListener('resize', redraw)
  }, [draw])
  return <canvas ref={canvas} className={className} aria-hidden='true' />
}
