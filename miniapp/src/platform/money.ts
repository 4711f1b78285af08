// No Intl: Android's WeChat has none.
const inThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** 「150,000元」; with two decimals only where there are some: 「12.50元」. */
export const yuanOf = (fen: number): string => `${inThousands(String(Math.floor(fen / 100)))}${decimalsOf(fen)}元`

/** The same amount for somebody to change: 「150000」. */
export const typedYuan = (fen: number): string => `${Math.floor(fen / 100)}${decimalsOf(fen)}`

const decimalsOf = (fen: number): string => (fen % 100 === 0 ? '' : `.${String(fen % 100).padStart(2, '0')}`)

/** What somebody typed as yuan, in fen: 「15,000」, 「12.5」, 「300元」; undefined when it is no amount. */
export const fenOf = (typed: string): number | undefined => {
  const [, yuan, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.replace(/[,，\s¥￥元]/g, '')) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
}
