// What a store holds of people, for the day on which it goes. Statements in personal.sql.
#pragma once
#include "office/forgetting.h"
#include "store/connection.h"

namespace frist::store {

std::unique_ptr<office::PersonalData> personal_data_on(std::shared_ptr<Connection> connection);

}  // namespace frist::store
