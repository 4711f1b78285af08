/** What somebody wanted to do, by the interface of WeChat that asked. */
const NEEDS = [
  { need: 'photos', asked: /chooseMedia|chooseImage/ },
  { need: 'voice', asked: /record/i },
  { need: 'position', asked: /location/i },
  { need: 'calendar', asked: /calendar/i },
  { need: 'copy', asked: /clipboard/i },
  { need: 'phone', asked: /phoneNumber/i },
  { need: 'scan', asked: /scanCode/ },
] as const

export type PrivacyNeed = (typeof NEEDS)[number]['need'] | 'other'

export const needOf = (referrer: string): PrivacyNeed =>
  NEEDS.find(({ asked }) => asked.test(referrer))?.need ?? 'other'
