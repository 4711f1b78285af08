/** WeChat knows no printer. */
export const canPrint = false

export const usePrintedPart = (_id: string): void => {}

export const printPage = (): void => {}
