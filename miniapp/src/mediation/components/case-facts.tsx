import { DISPUTE_KIND_TEXT } from '@little-bench/shared/mediation/kinds'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Section } from '../../ui/section'
import type { MediationCase } from '../case.api'
import { caseText } from '../case.text'
import styles from '../mediation.module.scss'
import { requestText } from '../request.text'

/** What it is about and who the two are, as far as the viewer may read it. */
export const CaseFacts = ({ found }: { found: MediationCase }) => {
  const t = useText(caseText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  const tTongue = useText(requestText)
  const { receiptNumber, disputeKind, applicantName, respondentName, statement, disclosure, yourSide } = found
  const words = disclosure?.words
  const isOther = yourSide === 'respondent'
  const wordsName = { applicant: t('toOther'), respondent: t('toYou') }
  const shown = [
    ...(disclosure?.name ? [t('shownName')] : []),
    ...(disclosure?.statement ? [t('theirWords')] : []),
    ...(words ? [t('toOtherSide')] : []),
  ]
  const spokenFacts = found.spoken
    .map(({ side, language, needsInterpreter }) => ({
      name: yourSide === null ? t('spokenBy', { side: t(side) }) : t('spoken'),
      value: [...(language ? [tTongue(language)] : []), ...(needsInterpreter ? [t('interpreterYes')] : [])].join('，'),
    }))
    .filter(({ value }) => value !== '')
  return (
    <Section title={t('what')}>
      <Card>
        <View className={styles.name}>{t('about', { kind: tKind(disputeKind) })}</View>
        <View className={styles.hint}>{t('number', { number: receiptNumber })}</View>
        <FactList
          facts={[
            { name: t('applicant'), value: applicantName ?? t('nameHidden') },
            { name: t('respondent'), value: respondentName ?? t('nameHidden') },
            ...(statement === null ? [] : [{ name: t('theirWords'), value: statement }]),
            ...(words ? [{ name: yourSide === null ? t('toOtherSide') : wordsName[yourSide], value: words }] : []),
            ...(!isOther && shown.length > 0 ? [{ name: t('otherReads'), value: shown.join('、') }] : []),
            ...spokenFacts,
          ]}
        />
      </Card>
    </Section>
  )
}
