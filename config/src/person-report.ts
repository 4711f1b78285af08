const PERSON_REPORT_WORDS = [
  '可疑人',
  '可疑的人',
  '可疑分子',
  '形迹可疑',
  '行迹可疑',
  '举报个人',
  '举报人员',
  '举报居民',
  '举报邻居',
  '检举',
  '陌生人',
  '外来人员',
  '流动人口登记',
  '重点人员',
  '思想动态',
  '盯梢',
  'suspicious',
  'suspect',
  'stranger',
  'person_report',
  'report_person',
  'report_neighbour',
  'informant',
  'surveillance',
]

/**
 * The word by which a category would be about watching people, if there is one. The product watches things and places,
 * never people: such a category is refused here and by the API, whatever it is called.
 */
export const findPersonReportWord = (text: string): string | undefined => {
  const plain = text.toLowerCase().replace(/[\s-]+/g, '_')
  return PERSON_REPORT_WORDS.find((word) => plain.includes(word))
}
