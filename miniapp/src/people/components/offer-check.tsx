import { RELATIONSHIP_TEXT, reviewDateOf } from '@little-bench/shared/people/grants'
import { scopeLines } from '@little-bench/shared/people/powers'
import { View } from '@tarojs/components'
import { dayInSentence } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { grantsText, offerText } from '../grants.text'
import { scopesOf, validUntilOf } from '../offer-fields'
import type { OfferPartProps } from './offer-form'

/** Step 5: everything in words before it is given; not what was answered alone. */
export const OfferCheck = ({ fields, members, today }: OfferPartProps) => {
  const t = useText(offerText)
  const tWho = useText(RELATIONSHIP_TEXT)
  const tGrants = useText(grantsText)
  const language = useDisplaySettings((settings) => settings.language)
  const until = validUntilOf(fields, today)
  const who = members.find(({ id }) => id === fields.who)?.name ?? t('someoneByCode')
  const lines = scopeLines(scopesOf(fields.powers), language).map((line) => <View key={line}>{line}</View>)
  return (
    <>
      <Card>
        <FactList
          facts={[
            { name: t('factWho'), value: who },
            ...(fields.relationship ? [{ name: t('factRelationship'), value: tWho(fields.relationship) }] : []),
            { name: t('factWhat'), value: lines },
            ...(until
              ? [
                  { name: t('factUntil'), value: t('untilDate', { date: dayInSentence(until) }) },
                  {
                    name: t('factReview'),
                    value: tGrants('askedAgainDay', { date: dayInSentence(reviewDateOf(today, until)) }),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <View>{t('checkWords')}</View>
    </>
  )
}
