import type { Community } from '@little-bench/shared/communities/contract'
import { ContactCard, contactsFor, PlaceHint } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { Section } from '../../ui/section'
import { homeText } from '../home.text'

interface MyContactProps {
  community: Community
  gridCellId: string | undefined
  onChoosePlace: () => void
}

/** My grid worker, or the community's desk while nobody knows which courtyard: one tap to call. */
export const MyContact = ({ community, gridCellId, onChoosePlace }: MyContactProps) => {
  const t = useText(homeText)
  const [contact] = contactsFor(community, gridCellId)
  return (
    <Section title={t(gridCellId === undefined ? 'desk' : 'contact')}>
      {contact && <ContactCard contact={contact} />}
      {gridCellId === undefined && <PlaceHint onChoosePlace={onChoosePlace} />}
    </Section>
  )
}
