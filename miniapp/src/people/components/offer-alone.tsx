import { FREEDOMS, type Freedom } from '@little-bench/shared/people/grants'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { offerText } from '../grants.text'
import styles from '../people.module.scss'
import type { OfferPartProps } from './offer-form'

/**
 * Step 4, for the person's eyes only: does anybody press you? (NHS DAPB3051.) Whatever the answer, what follows looks the
 * same, so that nobody who watches learns it; it is shown nowhere again.
 */
export const OfferAlone = ({ fields, onChange, hasTried }: OfferPartProps) => {
  const t = useText(offerText)
  return (
    <>
      <Card tint='amber'>
        <View className={styles.name}>{t('alone')}</View>
        <View>{t('aloneHint')}</View>
      </Card>
      <ChoiceList<Freedom>
        label={t('freedom')}
        isRequired
        error={hasTried && fields.freedom === null ? t('freedomMissing') : undefined}
        choices={FREEDOMS.map((value) => ({ value, name: t(value) }))}
        value={fields.freedom}
        onChange={(freedom) => onChange({ freedom })}
      />
    </>
  )
}
