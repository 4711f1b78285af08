import { View } from '@tarojs/components'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { goBack, openPage } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { DemoPeople } from '../../components/demo-people'
import { useDemoPeople } from '../../people.api'
import { peopleText } from '../../people.text'

export default function SignInPage() {
  const t = useText(peopleText)
  const demo = useDemoPeople()
  return (
    <Page title={t('signIn')}>
      {demo.isPending && <Skeleton cards={3} />}
      {demo.error && <ErrorNotice error={demo.error} onRetry={() => void demo.refetch()} />}
      {demo.data && <DemoPeople people={demo.data.items} onSignedIn={goBack} />}
      {demo.data === null && (
        <Section title={t('noDemoTitle')}>
          <Card>{t('noDemoWords')}</Card>
        </Section>
      )}
      <Section title={t('counterTitle')}>
        <View>{t('counterWords')}</View>
      </Section>
      <OfflineWay />
      <Button kind='quiet' icon='lock' onPress={() => openPage('people/pages/me/index')}>
        {t('privacy')}
      </Button>
    </Page>
  )
}
