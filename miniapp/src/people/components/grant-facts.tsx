import type { ProxyGrant } from '@little-bench/shared/people/grant.contract'
import { scopeLines } from '@little-bench/shared/people/powers'
import { View } from '@tarojs/components'
import { dayInSentence } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { FactList } from '../../ui/fact-list'
import { grantsText } from '../grants.text'

interface GrantFactsProps {
  grant: Pick<ProxyGrant, 'scopes' | 'validUntil'>
  /** The day on which the person is asked again; only they need it. */
  reviewOn?: string
}

/** What may be done and until when, in words. */
export const GrantFacts = ({ grant: { scopes, validUntil }, reviewOn }: GrantFactsProps) => {
  const t = useText(grantsText)
  const language = useDisplaySettings((settings) => settings.language)
  const lines = scopeLines(scopes, language).map((line) => <View key={line}>{line}</View>)
  return (
    <FactList
      facts={[
        { name: t('canDo'), value: lines },
        { name: t('until'), value: t('untilDay', { date: dayInSentence(validUntil) }) },
        ...(reviewOn ? [{ name: t('askedAgain'), value: t('askedAgainDay', { date: dayInSentence(reviewOn) }) }] : []),
      ]}
    />
  )
}
