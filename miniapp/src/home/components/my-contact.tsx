import type { Community } from '@little-bench/shared/communities/contract'
import { ContactCard, contactsFor } from '../../communities'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Section } from '../../ui/section'
import { homeText } from '../home.text'

interface MyContactProps {
  community: Community
  gridCellId: string | undefined
}

/**
 * My grid worker, or the community's desk while nobody knows which courtyard: one tap to call. In 长辈版 it stands first,
 * so it is short and the services below stay in sight.
 */
export const MyContact = ({ community, gridCellId }: MyContactProps) => {
  const t = useText(homeText)
  const isElderMode = useDisplaySettings((settings) => settings.isElderMode)
  const [contact] = contactsFor(community, gridCellId)
  return (
    <Section title={t(gridCellId === undefined ? 'desk' : 'contact')}>
      {contact && <ContactCard contact={contact} isShort={isElderMode} />}
    </Section>
  )
}
