import type { TextTable } from '../platform/i18n/text'

/** Words of the public figures; names and definitions of the rates come from the server. */
export const figuresText = {
  title: { zh: '社区办得怎么样' },
  about: { zh: '{community}，只算{services}，每个数都从办理记录里算出来。' },
  month: { zh: '{year}年{month}月' },
  monthShort: { zh: '{month}月' },
  previousMonth: { zh: '上个月' },
  nextMonth: { zh: '下个月' },
  rates: { zh: '这个月的五个数' },
  percent: { zh: '{count}%' },
  counted: { zh: '{denominator}件里有{numerator}件' },
  countedRatings: { zh: '{denominator}次评价里有{numerator}次' },
  hidden: { zh: '人数太少，不显示' },
  hiddenWhy: { zh: '不到{smallest}的不显示，免得猜出是谁。' },
  unrated: { zh: '没评价的' },
  unratedCount: { zh: '{count}件' },
  unratedAbout: { zh: '没评价的不算满意，单独写在这里。' },
  trend: { zh: '近六个月' },
  trendOf: { zh: '看哪个数' },
  trendLabel: { zh: '{rate}，近六个月：{months}' },
  trendMonth: { zh: '{month}{value}' },
  tableMonth: { zh: '月份' },
  tableShare: { zh: '比例' },
  tableCounted: { zh: '怎么来的' },
  tableLabel: { zh: '{rate}，近六个月的数字' },
  computedAt: { zh: '{when}算的' },
} as const satisfies TextTable
