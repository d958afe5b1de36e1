/** Where e-mails and text messages leave the platform: one interface, one class for each provider, one sandbox. */
@NullMarked
package vn.motcua.notification.gateway;

import org.jspecify.annotations.NullMarked;
