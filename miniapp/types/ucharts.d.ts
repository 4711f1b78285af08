/** The package brings no types: what we use of it, by its source. */
declare module '@qiun/ucharts' {
  interface ColumnChartOptions {
    type: 'column'
    /** Drawing context of a canvas whose pixels are `width` × `height`. */
    context: object
    width: number
    height: number
    /** Physical pixels for one of the sizes below. */
    pixelRatio: number
    canvas2d: true
    animation: boolean
    background: string
    fontSize: number
    fontColor: string
    color: string[]
    padding: [top: number, right: number, bottom: number, left: number]
    legend: { show: boolean }
    categories: string[]
    series: {
      name: string
      data: (number | null)[]
      formatter: (value: number) => string
      textSize: number
      textColor: string
    }[]
    xAxis: { disableGrid: boolean; fontSize: number; fontColor: string; lineHeight: number; axisLineColor: string }
    yAxis: {
      splitNumber: number
      gridColor: string
      data: { min: number; max: number; unit: string; fontSize: number; fontColor: string; axisLine: boolean }[]
    }
    extra: { column: { type: 'group'; width: number } }
  }

  /** Draws at once. */
  export default class UCharts {
    constructor(options: ColumnChartOptions)
  }
}
