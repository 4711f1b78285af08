import { DELEGATION_TEXT, POWER_TEXT, PROXY_SERVICE_TEXT, PROXY_SERVICES } from '@little-bench/shared/people/powers'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { ToggleChips } from '../../ui/toggle-chips'
import { offerText } from '../grants.text'
import { POWER_NAMES, type PowerName } from '../offer-fields'
import styles from '../people.module.scss'
import type { OfferPartProps } from './offer-form'

/** Step 2: what they may do, service by service; nothing is ticked beforehand. */
export const OfferWhat = ({ fields, onChange, hasTried }: OfferPartProps) => {
  const t = useText(offerText)
  const tService = useText(PROXY_SERVICE_TEXT)
  const tPower = useText(POWER_TEXT)
  const tDelegation = useText(DELEGATION_TEXT)
  const isMissing = hasTried && fields.powers.length === 0
  return (
    <>
      <View className={styles.name}>{t('what')}</View>
      <View className={styles.hint}>{t('whatHint')}</View>
      {PROXY_SERVICES.map((service, index) => {
        const names = POWER_NAMES.filter((name) => name.startsWith(`${service}.`))
        const others = fields.powers.filter((name) => !names.includes(name))
        return (
          <ToggleChips<PowerName>
            key={service}
            label={tService(service)}
            error={isMissing && index === 0 ? t('whatMissing') : undefined}
            choices={names.map((value) => ({ value, name: tPower(value) }))}
            chosen={fields.powers}
            onChange={(chosen) => onChange({ powers: [...others, ...chosen] })}
          />
        )
      })}
      <View className={styles.block}>{tDelegation('never')}</View>
    </>
  )
}
