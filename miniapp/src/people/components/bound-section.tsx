import type { Account } from '@little-bench/shared/people/sign-in.contract'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { type Fact, FactList } from '../../ui/fact-list'
import { Section } from '../../ui/section'
import { accountText } from '../account.text'
import styles from '../people.module.scss'

/** What the account is found again by. */
export const BoundSection = ({ account }: { account: Account }) => {
  const t = useText(accountText)
  const facts: Fact[] = [
    { name: t('phone'), value: account.phone ?? t('noPhone') },
    { name: t('wechat'), value: t(account.hasWechat ? 'hasWechat' : 'noWechat') },
    ...(account.hasTotp ? [{ name: t('totp'), value: t('hasTotp') }] : []),
  ]
  return (
    <Section title={t('bound')}>
      <Card>
        <FactList facts={facts} />
        {account.phone === null && <View className={styles.line}>{t('whyPhone')}</View>}
        <Button icon='phone' isWide onPress={() => openPage('people/pages/phone/index')}>
          {t(account.phone === null ? 'bindPhone' : 'changePhone')}
        </Button>
      </Card>
    </Section>
  )
}
