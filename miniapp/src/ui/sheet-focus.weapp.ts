export const SHEET_ID = 'sheet'

/** WeChat moves the reader's focus by itself. */
export const useSheetFocus = (_isOpen: boolean, _onClose: () => void): void => {}
