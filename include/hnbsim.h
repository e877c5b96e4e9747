/* The public face of libhnbsim. Everything else is hidden, and may change. */
#ifndef HNBSIM_H
#define HNBSIM_H

#ifdef __GNUC__
#define HNB_PUBLIC __attribute__((visibility("default")))
#else
#define HNB_PUBLIC
#endif

/** The version, as in "0.1.0". Never NULL; lives for ever. */
HNB_PUBLIC const char *hnb_version(void);

#endif
