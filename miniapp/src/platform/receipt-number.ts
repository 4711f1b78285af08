/** 「RS-20261122-0007」 → the parts that one says on the telephone; undefined for a number of another form. */
export const spokenParts = (receiptNumber: string): { month: number; day: number; number: number } | undefined => {
  const [, month, day, number] = /-\d{4}(\d{2})(\d{2})-(\d+)$/.exec(receiptNumber) ?? []
  return month && day && number ? { month: Number(month), day: Number(day), number: Number(number) } : undefined
}
