import UCharts from '@qiun/ucharts'
import { View } from '@tarojs/components'
import { useCallback } from 'react'
import { useDisplaySettings } from '../platform/display-settings'
import { a11y } from './a11y'
import styles from './chart.module.scss'
import { ChartCanvas } from './chart-canvas'
import type { ChartSurface } from './chart-canvas.h5'
import { classNames } from './class-names'

export interface ChartPoint {
  name: string
  /** Null leaves the place of the column empty. */
  value: number | null
}

interface ColumnChartProps {
  /** All that the picture says, in words: a screen reader hears nothing else of it. */
  label: string
  /** Keep the array from one drawing to the next: a new one draws anew. */
  points: readonly ChartPoint[]
  max: number
  unit: string
}

// A canvas knows no custom properties; these are ink, ink-2, line, blue and card of tokens.scss.
const INK = '#1e1b18'
const INK_2 = '#4a443e'
const LINE = '#e4ddd3'
const BLUE = '#0f5696'
const CARD = '#ffffff'
/** Widest column, in CSS pixels. */
const WIDEST_COLUMN = 48

/** Columns with their number above each, so that nothing is told by colour or height alone. */
export const ColumnChart = ({ label, points, max, unit }: ColumnChartProps) => {
  const isElderMode = useDisplaySettings((settings) => settings.isElderMode)
  const draw = useCallback(
    (surface: ChartSurface) => void new UCharts(optionsOf({ points, max, unit }, surface, isElderMode ? 18 : 14)),
    [points, max, unit, isElderMode],
  )
  return (
    <View {...a11y({ role: 'img', label })}>
      <ChartCanvas className={classNames(styles.canvas, isElderMode && styles.large)} draw={draw} />
    </View>
  )
}

const optionsOf = (
  { points, max, unit }: Omit<ColumnChartProps, 'label'>,
  { context, width, height, pixelRatio }: ChartSurface,
  fontSize: number,
): ConstructorParameters<typeof UCharts>[0] => ({
  type: 'column',
  context,
  width: width * pixelRatio,
  height: height * pixelRatio,
  pixelRatio,
  canvas2d: true,
  animation: false,
  background: CARD,
  fontSize,
  fontColor: INK_2,
  color: [BLUE],
  padding: [fontSize + 8, 8, 4, 4],
  legend: { show: false },
  categories: points.map(({ name }) => name),
  series: [
    {
      name: '',
      data: points.map(({ value }) => value),
      formatter: (value) => `${value}${unit}`,
      textSize: fontSize,
      textColor: INK,
    },
  ],
  xAxis: { disableGrid: true, fontSize, fontColor: INK_2, lineHeight: fontSize + 6, axisLineColor: INK_2 },
  yAxis: {
    splitNumber: 4,
    gridColor: LINE,
    data: [{ min: 0, max, unit, fontSize, fontColor: INK_2, axisLine: false }],
  },
  extra: { column: { type: 'group', width: Math.min(WIDEST_COLUMN, (width / points.length) * 0.45) } },
})
