// The colours of 0 to 100 % for a canvas, taken anew when the theme changes.
import { useEffect, useState } from 'react';
import { recoveryPalette } from '../../../charts';
import { FULL } from './heat-fold';

export function usePalette(): Uint32Array | undefined {
  const [palette, setPalette] = useState<Uint32Array>();
  useEffect(() => {
    const root = document.documentElement;
    const take = (): void => setPalette(recoveryPalette(root, FULL));
    take();
    const observer = new MutationObserver(take);
    observer.observe(root, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return palette;
}
