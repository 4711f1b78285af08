import { Text, View } from '@tarojs/components'
import { callPhone } from '../../platform/call-phone'
import { useText } from '../../platform/i18n/text'
import { WaitlistOrder } from '../../scheduling'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import type { Centre } from '../childcare.api'
import styles from '../childcare.module.scss'
import { childcareText } from '../childcare.text'

/** Where the centre is, when it is open, whom it takes and in which order people wait. */
export const CentreCard = ({ centre }: { centre: Centre }) => {
  const t = useText(childcareText)
  const { name, address, hours, phone, groups, rules, isDemo } = centre
  return (
    <Section title={name} end={isDemo && <StatusChip word={t('demo')} tone='plain' icon='bench' />}>
      <Card>
        <View>{address}</View>
        <View className={styles.lines}>{hours}</View>
        <Lines
          title={t('takes')}
          lines={groups.map((group) =>
            t('groupLine', {
              name: group.name,
              from: group.fromMonths,
              below: group.belowMonths,
              carers: group.carers,
              seats: group.seats,
            }),
          )}
        />
        <Lines title={t('who')} lines={rules} />
        <Button icon='phone' isWide label={t('callCentre', { name, phone })} onPress={() => callPhone(phone)}>
          {phone}
        </Button>
        <WaitlistOrder />
      </Card>
    </Section>
  )
}

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <View className={styles.lines}>
    <Text className={styles.name}>{title}</Text>
    <View {...a11y({ role: 'list', label: title })}>
      {lines.map((line) => (
        <View key={line} {...a11y({ role: 'listitem' })}>
          {line}
        </View>
      ))}
    </View>
  </View>
)
