import type { WrittenDocument } from '../platform/documents/written-document.ts'
import type { OpenedAgreement } from './agreement-text.ts'
import { spokenDay } from './spoken-day.ts'

/** All that stands on the paper: 人民调解法 29 says what an agreement states. */
export const documentOf = (
  agreement: OpenedAgreement,
  {
    receiptNumber,
    communityName,
    applicant,
    respondent,
  }: { receiptNumber: string; communityName: string; applicant: string | null; respondent: string | null },
): WrittenDocument => ({
  title: '人民调解协议书',
  subtitle: `${communityName}人民调解委员会　编号 ${receiptNumber}`,
  sections: [
    { heading: '当事人', text: `申请人：${applicant ?? BLANK}\n被申请人：${respondent ?? BLANK}` },
    { heading: '纠纷的主要事实和争议', text: agreement.dispute },
    { heading: '协议内容', text: agreement.terms },
    { heading: '履行的方式和期限', text: agreement.performance },
  ],
  signatures: [
    '申请人（签名、盖章或按指印）',
    '被申请人（签名、盖章或按指印）',
    '人民调解员（签名）',
    '人民调解委员会（印章）',
  ],
  on: spokenDay(agreement.on),
  footnote:
    agreement.effectiveOn === null
      ? `第${agreement.version}稿，双方还没有都确认。`
      : `双方在${spokenDay(agreement.effectiveOn)}都确认了。三十日内，双方可以一起向法院申请司法确认（人民调解法第三十三条）。调解不收费。`,
})

const BLANK = '________________'
