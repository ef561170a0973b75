import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A dialog above the page. Focus goes in, stays, and comes back; Escape closes it unless it must be answered. */
export function Sheet(props: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  mustAnswer?: boolean;
  wide?: boolean;
}) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={props.open}
      onOpenChange={(open) => open || props.onClose()}
      isDismissable={!props.mustAnswer}
      isKeyboardDismissDisabled={props.mustAnswer ?? false}
    >
      <Modal className={props.wide ? 'sheet wide' : 'sheet'}>
        <Dialog role={props.mustAnswer ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2}>
            {props.title}
          </Heading>
          {props.children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
