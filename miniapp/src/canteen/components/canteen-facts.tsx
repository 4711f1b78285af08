import { View } from '@tarojs/components'
import { callPhone } from '../../platform/call-phone'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import type { Canteen } from '../canteen.api'
import styles from '../canteen.module.scss'
import { canteenText } from '../canteen.text'

/** Who eats free, where it is and when; a canteen is also there for whoever orders by telephone. */
export const CanteenFacts = ({ canteen }: { canteen: Canteen }) => {
  const t = useText(canteenText)
  const { name, rules, address, hours, phone, isDemo } = canteen
  return (
    <Section title={name} end={isDemo && <StatusChip word={t('demo')} tone='plain' icon='bench' />}>
      <Card>
        {rules.length > 0 && (
          <View className={styles.line}>
            <View className={styles.strong}>{t('rules')}</View>
            {rules.map((rule) => (
              <View key={rule}>{rule}</View>
            ))}
          </View>
        )}
        <FactList
          facts={[
            { name: t('address'), value: address },
            { name: t('hours'), value: hours },
            { name: t('phone'), value: phone },
          ]}
        />
        <Button isWide icon='phone' onPress={() => callPhone(phone)}>
          {t('callCanteen')}
        </Button>
      </Card>
    </Section>
  )
}
