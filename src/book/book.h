#pragma once
// The door of the model.
#include "book/dump.h"
#include "book/folios.h"
#include "book/metadata.h"
#include "book/model.h"
#include "book/showings.h"
#include "book/terms.h"
#include "book/text.h"
#include "book/visit.h"
