/**
 * Who keeps the root key: a file of this machine, AWS KMS, or Vault's Transit engine, behind {@link
 * org.chartwright.keys.root.RootKey}.
 */
@NullMarked
package org.chartwright.keys.root;

import org.jspecify.annotations.NullMarked;
