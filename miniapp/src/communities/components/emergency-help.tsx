import { View } from '@tarojs/components'
import { callPhone } from '../../platform/call-phone'
import { useText } from '../../platform/i18n/text'
import { HOME_PAGE, restartAt } from '../../platform/navigation'
import { BigCall } from '../../ui/big-call'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import { EMERGENCIES, type EmergencyKind, NUMBERS } from '../emergencies'
import styles from '../emergency.module.scss'
import { emergencyText } from '../emergency.text'
import { useMyCommunity } from '../use-community'

/**
 * What to do first, and then the number: whoever rings among gas makes it worse. All of it is on the smallest screen at once.
 * For a leak also who repairs the gas here.
 */
export const EmergencyHelp = ({ kind }: { kind: EmergencyKind }) => {
  const t = useText(emergencyText)
  const { call, also, steps } = EMERGENCIES[kind]
  return (
    <>
      <Card tint='red'>
        <View className={styles.strong}>{t('first')}</View>
        {steps.map((step, index) => (
          <View key={step} className={styles.step}>{`${index + 1}. ${t(step)}`}</View>
        ))}
      </Card>
      <BigCall phone={NUMBERS[call]} name={t(call)} />
      {also && (
        <View className={styles.more}>
          <View>{t('alsoCall')}</View>
          <OtherCall phone={NUMBERS[also]} name={t(also)} />
        </View>
      )}
      {kind === 'gas' && <GasRepair />}
      {kind === 'violence' && <QuietExit />}
    </>
  )
}

const OtherCall = ({ phone, name }: { phone: string; name: string }) => (
  <Button icon='phone' isWide onPress={() => callPhone(phone)}>
    {`${phone} ${name}`}
  </Button>
)

/** The contact board's numbers for water, power and gas; the fire brigade comes first all the same. */
const GasRepair = () => {
  const t = useText(emergencyText)
  const { community } = useMyCommunity()
  const contacts = community?.contacts.filter(({ topic }) => topic === 'utilities') ?? []
  return contacts.map(({ name, phone, demo }) => (
    <View key={phone} className={styles.more}>
      <View className={styles.row}>
        <View>{t('repair')}</View>
        {demo && <StatusChip word={t('demo')} tone='plain' icon='bench' />}
      </View>
      <OtherCall phone={phone} name={name} />
    </View>
  ))
}

/** Whoever must not be seen with this page is away from it with one tap, and going back does not bring it up again. */
const QuietExit = () => {
  const t = useText(emergencyText)
  return (
    <View className={styles.more}>
      <View>{t('nothingKept')}</View>
      <Button icon='close' isWide onPress={() => restartAt(HOME_PAGE)}>
        {t('leave')}
      </Button>
    </View>
  )
}
